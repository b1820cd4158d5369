"""The subcommands that train and calibrate."""

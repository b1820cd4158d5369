"""The index in; its reports, studies and chapters drawn, to search, leaf through and ask within."""

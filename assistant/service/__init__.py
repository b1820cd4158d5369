"""The assistant for other programs: HTTP with OpenAPI, OpenAI's chat form, MCP; health and figures."""

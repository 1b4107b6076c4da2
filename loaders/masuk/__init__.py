"""Taking files in: the inbox, the preview, and the step that publishes whole or not at all."""

"""What an operator watches: logs and health."""

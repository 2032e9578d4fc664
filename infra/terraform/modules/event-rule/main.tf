resource "aws_cloudwatch_event_rule" "this" {
  name           = var.name
  description    = var.description
  event_bus_name = var.bus
  event_pattern  = var.pattern
  tags           = var.tags
}

resource "aws_cloudwatch_event_target" "this" {
  rule           = aws_cloudwatch_event_rule.this.name
  event_bus_name = var.bus
  target_id      = "queue"
  arn            = var.target_arn
  input          = var.input

  dead_letter_config {
    arn = var.dead_letter_queue_arn
  }

  retry_policy {
    maximum_event_age_in_seconds = var.retry_seconds
    maximum_retry_attempts       = var.retry_attempts
  }
}

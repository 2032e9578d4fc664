output "arn" {
  description = "The rule's ARN, which the queue's policy names."
  value       = aws_cloudwatch_event_rule.this.arn
}

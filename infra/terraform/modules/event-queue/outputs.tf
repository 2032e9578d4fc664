output "arn" {
  description = "The queue's ARN."
  value       = aws_sqs_queue.this.arn
}

output "dead_letter_arn" {
  description = "The ARN of its dead-letter queue."
  value       = aws_sqs_queue.dead_letters.arn
}

output "retention" {
  description = "Seconds that the queue keeps a message."
  value       = aws_sqs_queue.this.message_retention_seconds
}

output "dead_letter_retention" {
  description = "Seconds that the dead-letter queue keeps a message."
  value       = aws_sqs_queue.dead_letters.message_retention_seconds
}

output "policy" {
  description = "Who may send to the queue."
  value       = local.policies[local.arn]
}

output "alarms" {
  description = "The alarms' descriptions by name."
  value       = { for it in values(aws_cloudwatch_metric_alarm.this) : it.alarm_name => it.alarm_description }
}

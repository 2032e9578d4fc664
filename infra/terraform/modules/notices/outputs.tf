output "topic_arn" {
  description = "Where notices and alarms are published."
  value       = aws_sns_topic.this.arn
}

output "policy" {
  description = "Who may publish and subscribe."
  value       = local.policy
}

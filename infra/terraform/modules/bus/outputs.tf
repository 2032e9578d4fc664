output "name" {
  description = "The bus's name."
  value       = aws_cloudwatch_event_bus.this.name
}

output "policy" {
  description = "What other accounts may say on the bus."
  value       = local.policy
}

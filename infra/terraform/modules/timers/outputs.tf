output "role_arn" {
  description = "The role that schedules send as."
  value       = aws_iam_role.this.arn
}

output "policy" {
  description = "What that role may do."
  value       = local.policy
}

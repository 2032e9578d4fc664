output "role_arn" {
  description = "The role that services hand to SageMaker."
  value       = aws_iam_role.this.arn
}

output "repository_url" {
  description = "Where the trainer's image is pushed."
  value       = aws_ecr_repository.this.repository_url
}

output "policy" {
  description = "What training jobs and models may do."
  value       = local.policy
}

output "pool_id" {
  description = "The user pool."
  value       = aws_cognito_user_pool.this.id
}

output "client_id" {
  description = "The client under which people sign in."
  value       = aws_cognito_user_pool_client.people.id
}

output "issuer" {
  description = "Who signs the tokens."
  value       = "https://cognito-idp.${var.deployment.region}.amazonaws.com/${aws_cognito_user_pool.this.id}"
}

output "audience" {
  description = "The clients for which tokens are made."
  value       = [aws_cognito_user_pool_client.people.id]
}

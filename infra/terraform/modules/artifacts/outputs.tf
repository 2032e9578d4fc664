output "bucket" {
  description = "The bucket's name."
  value       = aws_s3_bucket.this.bucket
}

output "policy" {
  description = "The bucket's policy, which refuses everything but TLS."
  value       = local.policy
}

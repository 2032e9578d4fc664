variable "trainer_image" {
  type        = string
  default     = null
  description = "The trainer's image with its tag or digest; null means the tag `trainer_tag` in the deployment's own ECR repository."

  validation {
    condition     = var.trainer_image == null ? true : can(regex("^[0-9]{12}\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com/[a-z0-9][a-z0-9._/-]*(:[A-Za-z0-9_][A-Za-z0-9._-]*|@sha256:[0-9a-f]{64})$", var.trainer_image))
    error_message = "trainer_image must be an image in ECR with a tag or digest, such as 123456789012.dkr.ecr.eu-west-1.amazonaws.com/trainer:1.0, or null."
  }
}

variable "trainer_tag" {
  type        = string
  default     = "0.1.0"
  description = "The tag under which the trainer's image is pushed to the deployment's repository; tags are immutable there."

  validation {
    condition     = can(regex("^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$", var.trainer_tag))
    error_message = "trainer_tag must be an image tag such as 0.1.0; without one there is no image to train with."
  }
}

variable "data_locations" {
  type        = list(string)
  default     = []
  description = "S3 locations outside the artifacts bucket that jobs may read, such as s3://company-data/ml/. None may lie inside another."

  validation {
    condition     = alltrue([for it in var.data_locations : can(regex("^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/([^*?$]*/)?$", it))])
    error_message = "data_locations must each look like s3://bucket/ or s3://bucket/folder/, with the slash at the end and without wildcards."
  }

  validation {
    condition = alltrue(flatten([
      for i, a in var.data_locations : [for j, b in var.data_locations : i == j || !startswith(b, a)]
    ]))
    error_message = "data_locations overlap: one lies inside another or is there twice. Keep the wider one."
  }
}

variable "artifacts_bucket" {
  type        = string
  default     = null
  description = "The name of the bucket that is made for data sets and artifacts; null means ty-<env>-artifacts-<account>-<region>."

  validation {
    condition     = var.artifacts_bucket == null ? true : can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.artifacts_bucket))
    error_message = "artifacts_bucket must be 3 to 63 small letters, digits and hyphens, as S3 takes it."
  }
}

variable "artifacts_days" {
  type        = number
  default     = 90
  description = "After how many days an overwritten or deleted object is gone for good."

  validation {
    condition     = var.artifacts_days >= 1 && var.artifacts_days <= 3650
    error_message = "artifacts_days must be from 1 to 3650."
  }
}

variable "protect_data" {
  type        = bool
  default     = true
  description = "Whether `destroy` is refused while tables and buckets hold data. Set it to false, apply, and then destroy."
}

variable "allow_probe" {
  type        = bool
  default     = true
  description = "Whether jobs may hold steps of kind `probe`, which do nothing; the smoke test after a deployment needs them."
}

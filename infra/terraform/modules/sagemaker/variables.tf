variable "bucket" {
  type        = string
  description = "The artifacts bucket."
}

variable "data_locations" {
  type        = list(string)
  default     = []
  description = "S3 locations beside it that jobs may read."
}

variable "image" {
  type        = string
  description = "The trainer's image in ECR; the role may pull from its repository only."

  validation {
    condition     = can(regex("^[0-9]{12}\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com/[^:@]+[:@]", var.image))
    error_message = "image must be an image in ECR with a tag or digest."
  }
}

variable "deployment" {
  type        = object({ prefix = string, account = string, region = string })
  description = "The names' prefix (ty-<env>), the account's 12 digits and the region."

  validation {
    condition     = can(regex("^ty-[a-z][a-z0-9]{0,6}$", var.deployment.prefix))
    error_message = "deployment.prefix must be ty- and an env of 1 to 7 small letters or digits."
  }
}

variable "network" {
  type        = object({ subnets = list(string), security_group = string })
  default     = null
  description = "The VPC's subnets and security group that jobs and models run in (B34); null for outside of any."
}

variable "key" {
  type        = object({ customer = bool, arn = string })
  default     = { customer = false, arn = null }
  description = "The KMS key of the deployment's own, where there is one; otherwise AWS's own encryption."
}

variable "protect" {
  type        = bool
  default     = true
  description = "Whether deleting is refused while there is data."
}

variable "tags" {
  type        = map(string)
  default     = {}
  description = "Tags on every resource."
}

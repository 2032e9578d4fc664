variable "env" {
  type        = string
  description = "The deployment's short name, part of every resource's."
}

variable "account" {
  type        = string
  description = "The 12 digits of the AWS account."
}

variable "region" {
  type        = string
  description = "The AWS region."
}

variable "package" {
  type        = string
  default     = "native"
  description = "native or jvm: what was built."
}

variable "architecture" {
  type        = string
  default     = "arm64"
  description = "arm64 or x86_64: what native executables were built for."
}

variable "services_dir" {
  type        = string
  default     = null
  description = "The folder of the services, where it is not this checkout's."
}

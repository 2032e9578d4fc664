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

variable "notice_emails" {
  type        = list(string)
  default     = []
  description = "Who gets notices and alarms by e-mail."
}

variable "upstream_accounts" {
  type        = list(string)
  default     = []
  description = "Other AWS accounts that may ask for jobs."
}

variable "zones" {
  type        = list(string)
  default     = null
  description = "Availability zones of the VPC; by default the region's a, b and c."
}

variable "emails" {
  type        = list(string)
  default     = []
  description = "Who gets notices by e-mail; each has to confirm once."
}

variable "slack" {
  type        = object({ workspace = string, channel = string })
  default     = null
  description = "Slack's ids of a workspace that was authorised before, and of a channel in it."
}

variable "deployment" {
  type        = object({ prefix = string, account = string, region = string })
  description = "The names' prefix (ty-<env>), the account's 12 digits and the region."

  validation {
    condition     = can(regex("^ty-[a-z][a-z0-9]{0,6}$", var.deployment.prefix))
    error_message = "deployment.prefix must be ty- and an env of 1 to 7 small letters or digits."
  }
}

variable "key" {
  type        = object({ customer = bool, arn = string })
  default     = { customer = false, arn = null }
  description = "The KMS key of the deployment's own, where there is one; otherwise AWS's own encryption."
}

variable "tags" {
  type        = map(string)
  default     = {}
  description = "Tags on every resource."
}

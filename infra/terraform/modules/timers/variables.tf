variable "queues" {
  type        = list(string)
  description = "The names of the queues of the services that set timers."

  validation {
    condition     = length(var.queues) > 0
    error_message = "queues must not be empty: without a service that sets timers there is nothing to send to."
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

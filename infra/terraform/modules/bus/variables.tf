variable "upstream_accounts" {
  type        = list(string)
  default     = []
  description = "Other accounts that may say job-requested."
}

variable "archive_days" {
  type        = number
  default     = 30
  description = "How many days the archive keeps events."

  validation {
    condition     = var.archive_days >= 1
    error_message = "archive_days must be at least 1: 0 would keep events for ever."
  }
}

variable "schemas_dir" {
  type        = string
  description = "The folder of the catalogue's JSON Schemas, one <event>.schema.json per event."
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

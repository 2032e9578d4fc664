variable "deployment" {
  type        = object({ prefix = string, account = string, region = string })
  description = "The names' prefix (ty-<env>), the account's 12 digits and the region."

  validation {
    condition     = can(regex("^ty-[a-z][a-z0-9]{0,6}$", var.deployment.prefix))
    error_message = "deployment.prefix must be ty- and an env of 1 to 7 small letters or digits."
  }
}

variable "tags" {
  type        = map(string)
  default     = {}
  description = "Tags on every resource."
}

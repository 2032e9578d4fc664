variable "roles" {
  type = map(string)
  default = {
    submit  = "May submit jobs and see their own"
    infer   = "May ask models"
    operate = "May see every job, cancel, resume, and work at the desk for dead letters"
  }
  description = "The groups, and what their members may do."
}

variable "mfa" {
  type        = string
  default     = "OFF"
  description = "Whether a second factor is asked for: OFF, OPTIONAL or ON."

  validation {
    condition     = contains(["OFF", "OPTIONAL", "ON"], var.mfa)
    error_message = "mfa must be OFF, OPTIONAL or ON."
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

variable "bucket" {
  type        = string
  description = "The bucket's name, unique in the world."

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.bucket))
    error_message = "bucket must be 3 to 63 small letters, digits and hyphens."
  }
}

variable "days" {
  type        = number
  default     = 90
  description = "After how many days an overwritten or deleted object is gone for good."

  validation {
    condition     = var.days >= 1
    error_message = "days must be at least 1."
  }
}

variable "cors_origins" {
  type        = list(string)
  default     = []
  description = "Web pages that may upload data sets from a browser, through signed addresses."
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

variable "cidr" {
  type        = string
  description = "The VPC's address range; each zone gets a sixteenth."

  validation {
    condition     = can(cidrsubnet(var.cidr, 4, 15))
    error_message = "cidr must be an address range such as 10.20.0.0/20."
  }
}

variable "zones" {
  type        = list(string)
  description = "The availability zones."

  validation {
    condition     = length(var.zones) >= 2 && length(var.zones) <= 16
    error_message = "zones must be 2 to 16 availability zones: one alone takes everything down with it."
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

variable "tags" {
  type        = map(string)
  default     = {}
  description = "Tags on every resource."
}

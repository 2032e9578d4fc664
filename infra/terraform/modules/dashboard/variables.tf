variable "events" {
  type        = list(string)
  description = "The names of the events that are counted: what became of jobs."
}

variable "accounts" {
  type        = list(string)
  description = "The AWS accounts whose events are counted."
}

variable "functions" {
  type        = list(string)
  description = "The services."
}

variable "queues" {
  type        = list(string)
  description = "The services that have a queue."
}

variable "bus" {
  type        = string
  description = "The bus on which events are counted."
}

variable "endpoint_cap" {
  type        = number
  description = "How many endpoints may be ready at once."
}

variable "endpoint_hour_price" {
  type        = number
  description = "USD per hour of one hosting instance."
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

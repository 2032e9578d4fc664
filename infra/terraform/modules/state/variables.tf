variable "name" {
  type        = string
  description = "The table's name."

  validation {
    condition     = can(regex("^[A-Za-z0-9._-]{3,255}$", var.name))
    error_message = "name must be 3 to 255 letters, digits, dots, - and _, as DynamoDB takes it."
  }
}

variable "indexes" {
  type        = list(object({ name = string, partition = string, sort = optional(string), holds = optional(list(string)) }))
  default     = []
  description = "Global secondary indexes over text attributes. One that holds a list of attributes holds these beside the keys, otherwise whole items."
}

variable "stream" {
  type        = bool
  default     = false
  description = "Whether the table has a stream of its changes."
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

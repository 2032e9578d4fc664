variable "name" {
  type        = string
  description = "The rule's name."

  validation {
    condition     = can(regex("^[A-Za-z0-9._-]{1,64}$", var.name))
    error_message = "name must be 1 to 64 letters, digits, dots, - and _, as EventBridge takes it."
  }
}

variable "description" {
  type        = string
  default     = "What its service hears, from service.yaml"
  description = "What the rule is for."
}

variable "bus" {
  type        = string
  description = "The name of the bus: the deployment's, or `default` for SageMaker's own events."
}

variable "pattern" {
  type        = string
  description = "The event pattern as JSON."

  validation {
    condition     = can(jsondecode(var.pattern)) && can(jsondecode(var.pattern).account)
    error_message = "pattern must be JSON and name the account: events of other accounts start nothing here."
  }
}

variable "input" {
  type        = string
  default     = null
  description = "A fixed message in place of the event; null passes the event on as it is."
}

variable "target_arn" {
  type        = string
  description = "The queue that the rule feeds."
}

variable "dead_letter_queue_arn" {
  type        = string
  description = "Where EventBridge puts what it cannot deliver: the dead-letter queue of the service that the rule feeds."
}

variable "retry_seconds" {
  type        = number
  default     = 86400
  description = "For how long EventBridge tries to deliver."

  validation {
    condition     = var.retry_seconds >= 60 && var.retry_seconds <= 86400
    error_message = "retry_seconds must be from 60 to 86400."
  }
}

variable "retry_attempts" {
  type        = number
  default     = 185
  description = "How often EventBridge tries to deliver."

  validation {
    condition     = var.retry_attempts >= 0 && var.retry_attempts <= 185
    error_message = "retry_attempts must be from 0 to 185."
  }
}

variable "tags" {
  type        = map(string)
  default     = {}
  description = "Tags on every resource."
}

variable "name" {
  type        = string
  description = "The queue's name; its dead-letter queue is called <name>-dlq."

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{1,76}$", var.name))
    error_message = "name must be 1 to 76 letters, digits, - and _: SQS takes 80, and -dlq is added."
  }
}

variable "visibility" {
  type        = number
  description = "Seconds that a received message stays invisible: more than the function may run."

  validation {
    condition     = var.visibility >= 1 && var.visibility <= 43200
    error_message = "visibility must be from 1 to 43200 seconds."
  }
}

variable "max_receives" {
  type        = number
  description = "How often a message is tried before it becomes a dead letter."

  validation {
    condition     = var.max_receives >= 1 && var.max_receives <= 1000
    error_message = "max_receives must be from 1 to 1000."
  }
}

variable "retention" {
  type        = number
  default     = 345600
  description = "Seconds that the queue keeps a message: 4 days."

  validation {
    condition     = var.retention >= 60 && var.retention <= 1209600
    error_message = "retention must be from 60 to 1209600 seconds, as SQS keeps messages."
  }
}

variable "dead_letter_retention" {
  type        = number
  default     = 1209600
  description = "Seconds that the dead-letter queue keeps a message, counted from its first sending: 14 days, the most that SQS keeps."

  validation {
    condition     = var.dead_letter_retention > var.retention && var.dead_letter_retention <= 1209600
    error_message = "dead_letter_retention must be longer than retention, since SQS counts from the first sending, and at most 1209600."
  }
}

variable "rules" {
  type        = list(object({ bus = string, name = string }))
  default     = []
  description = "The rules that send here; nobody else may, but for those whom their own policies allow it."
}

variable "age_alarm" {
  type        = number
  default     = 900
  description = "From how many seconds of the oldest message's age on the alarm goes off."

  validation {
    condition     = var.age_alarm >= 60
    error_message = "age_alarm must be at least 60: one slow batch is no reason to wake anybody."
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

variable "alarms" {
  type        = object({ topic_arn = string, runbooks = string })
  description = "The topic that alarms go to, and where the runbooks lie that they name."
}

variable "tags" {
  type        = map(string)
  default     = {}
  description = "Tags on every resource."
}

terraform {
  # 1.9: validation rules may name other variables. 1.7: providers can be mocked in tests.
  required_version = ">= 1.9.0, < 2.0.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

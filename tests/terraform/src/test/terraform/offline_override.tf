# Laid over an example's provider: no account is asked for anything while it plans.
provider "aws" {
  access_key                  = "offline"
  secret_key                  = "offline"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
  allowed_account_ids         = null
}

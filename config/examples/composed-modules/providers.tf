locals {
  tags = {
    managed-by  = "switchboard"
    cost-center = "customer-service"
  }
}

provider "aws" {
  alias               = "management"
  region              = "us-east-1"
  allowed_account_ids = ["111111111111"]

  assume_role {
    role_arn     = "arn:aws:iam::111111111111:role/switchboard-deploy"
    session_name = "acme"
  }

  default_tags {
    tags = local.tags
  }
}

provider "aws" {
  alias               = "analytics"
  region              = "eu-central-1"
  allowed_account_ids = ["222222222222"]

  assume_role {
    role_arn     = "arn:aws:iam::222222222222:role/switchboard-deploy"
    session_name = "acme"
  }

  default_tags {
    tags = local.tags
  }
}

provider "aws" {
  alias               = "voice"
  region              = "eu-central-1"
  allowed_account_ids = ["333333333333"]

  assume_role {
    role_arn     = "arn:aws:iam::333333333333:role/switchboard-deploy"
    session_name = "acme"
  }

  default_tags {
    tags = local.tags
  }
}

# The modules of ../three-accounts.yaml, written by `npx switchboard synth --modules --hcl --out modules`.

module "account_analytics" {
  source = "./modules/account-analytics"

  providers = {
    aws = aws.analytics
  }
}

module "account_voice" {
  source = "./modules/account-voice"

  providers = {
    aws = aws.voice
  }
}

module "analytics_domain" {
  source = "./modules/analytics-domain"

  providers = {
    aws = aws.analytics
  }

  depends_on = [module.account_analytics]
}

module "contact_center_support" {
  source = "./modules/contact-center-support"

  providers = {
    aws           = aws.voice
    aws.analytics = aws.analytics
  }

  depends_on = [module.account_voice, module.analytics_domain]
}

module "single_sign_on" {
  source = "./modules/single-sign-on"

  providers = {
    aws = aws.management
  }
}

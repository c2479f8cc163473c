/** Members that are not held against AWS's service models, by signing name: ids of moto do not have the shape of AWS's. */
export const FREE_TEXT = {
  sso: ["PermissionSetArn", "ResourceArn"],
  identitystore: ["IdentityStoreId"],
} as const;

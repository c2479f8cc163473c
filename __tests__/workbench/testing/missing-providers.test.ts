import { missingProviders } from "../../../workbench/testing/missing-providers";

describe("Providers that terraform init cannot install", () => {
  it("are found where Terraform breaks its lines", () => {
    const words =
      "Could not retrieve the list of available versions for provider\nopensearch-project/opensearch: could not connect";

    expect(missingProviders(words)).toEqual(["opensearch-project/opensearch"]);
  });

  it("are none in other words", () => {
    expect(missingProviders("Error: Invalid backend configuration")).toEqual([]);
  });
});

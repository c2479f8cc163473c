import { loadConfiguration } from "../../../config/load";
import { localParts } from "../../../workbench/rehearsal/local-parts";
import { example } from "../../../workbench/testing/examples";

function partsOf(name: string) {
  return localParts(name, loadConfiguration(example(name).file));
}

describe("The parts of an example that AWS has before the first apply", () => {
  it("are every account in every Region, the roles, the domains and the instances that exist", () => {
    const { contactCenter, domain, localAws } = partsOf("two-contact-centers");

    expect(localAws).toEqual({
      places: [
        { id: "333333333333", region: "us-west-2" },
        { id: "222222222222", region: "us-west-2" },
        { id: "222222222222", region: "ap-northeast-2" },
        { id: "333333333333", region: "ap-northeast-2" },
      ],
      deployRoleArns: [
        "arn:aws:iam::333333333333:role/switchboard-deploy",
        "arn:aws:iam::222222222222:role/switchboard-deploy",
      ],
      domains: [
        { arn: "arn:aws:es:us-west-2:222222222222:domain/acme-main", name: "acme-main" },
        { arn: "arn:aws:es:ap-northeast-2:222222222222:domain/acme-seoul", name: "acme-seoul" },
      ],
      instanceArns: [
        "arn:aws:connect:ap-northeast-2:333333333333:instance/bbbbbbbb-bbbb-cccc-dddd-222222222222",
      ],
    });
    expect([contactCenter.alias, domain.name]).toEqual(["west", "main"]);
  });

  it.each(["adopt-everything", "existing-streams"])("do not make up what %s adopts", (name) => {
    expect(() => partsOf(name)).toThrow(
      `${name} cannot be rehearsed: it adopts a domain or a stream that no example creates.`,
    );
  });
});

import { formTree, textIn, toXml } from "../../../workbench/rehearsal/stand-ins/form-tree";

describe("Parameters of the query protocol", () => {
  const tree = formTree(
    "AlarmName=a%26b&Metrics.member.1.Id=one&Metrics.member.2.Id=two&Dimensions.member.1.Name=x",
  );

  it("are a tree", () => {
    expect(textIn(tree, "AlarmName")).toBe("a&b");
    expect(tree["Metrics"]).toEqual({ member: { 1: { Id: "one" }, 2: { Id: "two" } } });
  });

  it("come back as XML, with a member for each item of a list", () => {
    expect(toXml(tree)).toBe(
      "<AlarmName>a&amp;b</AlarmName><Metrics><member><Id>one</Id></member><member><Id>two</Id></member></Metrics><Dimensions><member><Name>x</Name></member></Dimensions>",
    );
  });
});

// Reads every entity set of every service with a client that nobody here wrote, and runs one action. Prints what it found as JSON.
import { createRequire } from "node:module";

const { OData, EdmV4 } = createRequire(import.meta.url)("@odata/client");
const [root, token, scheme] = process.argv.slice(2);
const credential = scheme === "basic" ? { username: "anybody", password: token } : undefined;
const headers = scheme === "bearer" ? { Authorization: `Bearer ${token}` } : undefined;
const authorization = headers ?? { Authorization: `Basic ${Buffer.from(`anybody:${token}`).toString("base64")}` };
const keyOf = (id) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? EdmV4.Guid.from(id) : id);
const json = async (url) => (await fetch(url, { headers: authorization })).json();

const found = { sets: {}, cancelled: 0 };
for (const service of (await json(`${root}/odata`)).value) {
  const client = OData.New4({ serviceEndpoint: `${service.url}/`, credential, commonHeaders: headers });
  for (const set of (await json(service.url)).value) {
    const entities = client.getEntitySet(set.url);
    const rows = await entities.query(client.newParam().top(5));
    const one = await entities.retrieve(keyOf(rows[0].Id));
    if (one.Id !== rows[0].Id) throw new Error(`${set.url}: asked for ${rows[0].Id}, got ${one.Id}`);
    found.sets[`${service.name}/${set.name}`] = await entities.count();
  }
  if (service.name === "evaluation") {
    const workload = client.getEntitySet("Workload");
    const [open] = await workload.query(client.newParam().top(1).filter(client.newFilter().property("State").eq("'open'")));
    await workload.action("evaluation.cancel", keyOf(open.Id), {});
    const cancelled = await workload.retrieve(keyOf(open.Id));
    found.cancelled = cancelled.State === "cancelled" ? 1 : 0;
  }
}
console.log(JSON.stringify(found));

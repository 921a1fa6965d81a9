import { Manager, Process, activeChildren } from 'multiprocessing';
import type { DictProxy, ListProxy } from 'multiprocessing/managers';

function arrive(tables: DictProxy<string, number>, log: ListProxy<string>, name: string, table: number) {
  tables.set(name, table);
  log.append(`${name} sits at table ${table}`);
}

if (import.meta.main) {
  using manager = new Manager();
  const tables = manager.dict<string, number>();
  const log = manager.list<string>();
  console.log('my children:', ...activeChildren().map((p) => p.name));
  const guests: Process[] = [];
  for (const [name, table] of [['Ada', 3], ['Ben', 1], ['Eve', 3]] as const) {
    const p = new Process({ target: arrive, args: [tables, log, name, table] });
    p.start();
    guests.push(p);
  }
  for (const p of guests) p.join();
  for (const line of [...log].sort()) console.log(line);
  console.log(tables.size, 'guests, Ada at table', tables.get('Ada'));
}

import type { Database } from "./database"

/**
 * The store's clock looks every minute for checkouts that are due. Where a test counts requests it
 * must stand still: a trigger moves what would be due out of its sight.
 */
export interface Clock {
  stop(): Promise<void>
  /** Everything is due again when it would have been. */
  run(): Promise<void>
}

const SIGHT = "interval '1000 days'"

const CREATE = `
  CREATE OR REPLACE FUNCTION postpone_look() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.due_at < now() + interval '500 days' THEN NEW.due_at := NEW.due_at + ${SIGHT}; END IF;
    RETURN NEW;
  END $$;
  CREATE OR REPLACE TRIGGER clock_stands BEFORE INSERT OR UPDATE ON secuconnect_checkout
    FOR EACH ROW EXECUTE FUNCTION postpone_look();
  UPDATE secuconnect_checkout SET due_at = due_at WHERE due_at IS NOT NULL`

const DROP = `
  DROP TRIGGER IF EXISTS clock_stands ON secuconnect_checkout;
  UPDATE secuconnect_checkout SET due_at = due_at - ${SIGHT}
    WHERE due_at > now() + interval '500 days'`

export function createClock(db: Pick<Database, "run">): Clock {
  return { stop: () => db.run(CREATE), run: () => db.run(DROP) }
}

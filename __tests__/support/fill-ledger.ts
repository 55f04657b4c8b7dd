import { z } from "zod"
import type { Database } from "./database"

/**
 * Fills an empty ledger with payments of the last three years, the same ones each time. Most are
 * paid; what people filter for is rare among them, down to states that only one in a thousand has.
 * The last row is the newest.
 */
export async function fillLedger(db: Database, rows: number): Promise<void> {
  await db.rows(z.unknown(), FILL, [rows])
  // What PostgreSQL does by itself soon after so many new rows.
  await db.run("VACUUM ANALYZE secuconnect_checkout")
}

/** As wide as real rows: PostgreSQL reads pages, not columns. */
const FILL = `
  INSERT INTO secuconnect_checkout (
    id, reference, creation, base_url, contract_id, is_demo, is_test_payment, payment_session_id, cart_id,
    order_id, order_display_id, requested_method, amount, raw_amount, currency_code, currency_exponent, language,
    return_url, checkout_url, digest, return_token_hash, push_token_hash, stx_id, stx_status,
    method, trans_id, payment_ids, payments, instructions, status, status_detail, effective_amount,
    raw_effective_amount, checked_at, attention, orphan_resolution, due_at, checks, created_at, updated_at)
  SELECT
    'scchk_01K' || lpad(i::text, 23, '0'), 'R' || lpad(i::text, 7, '0'), creation,
    'https://connect.secuconnect.com', 'GCR_KTSST836QYITQJM1JGYIZ4F4OLKI04', is_demo, is_test_payment,
    'payses_01K' || lpad(i::text, 23, '0'), 'cart_01K' || lpad(i::text, 23, '0'),
    CASE WHEN is_ordered THEN 'order_01K' || lpad(i::text, 23, '0') END,
    CASE WHEN is_ordered THEN i END,
    CASE WHEN dice % 3 = 0 THEN method END,
    amount, jsonb_build_object('value', amount::text, 'precision', 20), 'eur', 2, 'de',
    'https://shop.example.com/checkout/return',
    'https://pay.secuconnect.com/checkout?stx=STX_' || upper(md5(i::text)) || '&lang=de',
    md5('digest' || i), md5('return' || i) || md5('r' || i), md5('push' || i) || md5('p' || i),
    CASE WHEN creation = 'open' THEN 'STX_' || lpad(i::text, 7, '0') END,
    CASE WHEN creation = 'open' THEN 'ok' END,
    CASE WHEN is_ordered THEN method END,
    CASE WHEN is_ordered THEN (40000000 + i)::text END,
    CASE WHEN is_ordered THEN ARRAY['PCI_' || lpad(i::text, 7, '0')] ELSE '{}' END,
    CASE WHEN is_ordered THEN jsonb_build_array(jsonb_build_object(
      'id', 'PCI_' || lpad(i::text, 7, '0'), 'trans_id', (40000000 + i)::text,
      'status', 'accepted', 'amount', amount, 'currency', 'EUR', 'is_refund', false)) END,
    CASE WHEN method = 'prepaid' THEN jsonb_build_object(
      'owner', 'secupay AG', 'iban', 'DE88300500000001747013', 'bic', 'WELADEDDXXX',
      'bank_name', 'Landesbank Hessen-Thüringen', 'purpose', 'TA ' || (40000000 + i)) END,
    CASE WHEN creation = 'open' THEN status END,
    CASE WHEN creation <> 'open' THEN NULL
      WHEN status = 'waiting' AND method <> 'prepaid' THEN 'in_review'
      WHEN status = 'accepted' AND method = 'invoice' AND dice % 2 = 0 THEN 'invoice_open'
      WHEN status IN ('accepted', 'cancelled') AND refunded > 0 AND dice % 5 > 0 THEN 'refunded' END,
    CASE WHEN status = 'accepted' THEN amount - refunded END,
    CASE WHEN status = 'accepted' THEN
      jsonb_build_object('value', (amount - refunded)::text, 'precision', 20) END,
    begun, attention, CASE WHEN status = 'cancelled' AND dice % 50 = 7 THEN 'refund' END,
    CASE WHEN status IN ('open', 'waiting') THEN now() + interval '1 day' END,
    3, begun, begun
  FROM (
    SELECT *,
      status IN ('accepted', 'waiting', 'authorized') AND creation = 'open' AS is_ordered,
      CASE WHEN dice < 720 THEN 0 WHEN dice < 740 THEN amount / 2 ELSE amount END AS refunded
    FROM (
      SELECT i, dice,
        now() - (rows - i) * interval '3 years' / rows AS begun,
        CASE WHEN dice < 980 THEN 'open' WHEN dice < 998 THEN 'not_created' ELSE 'unclear' END AS creation,
        CASE WHEN dice < 760 THEN 'accepted' WHEN dice < 930 THEN 'cancelled'
          WHEN dice < 960 THEN 'failed' WHEN dice < 970 THEN 'open' WHEN dice < 975 THEN 'waiting'
          WHEN dice < 978 THEN 'authorized' ELSE 'unknown' END AS status,
        (ARRAY['creditcard', 'creditcard', 'paypal', 'paypal', 'invoice', 'debit', 'prepaid',
          'prepaid', 'easycredit', CASE WHEN dice % 7 = 0 THEN 'eps' ELSE 'debit' END])[1 + i * 31 % 10] AS method,
        CASE WHEN dice < 20 THEN 1990 ELSE 500 + i * 7919 % 60000 END AS amount,
        CASE WHEN dice = 1 THEN 'disputed' WHEN dice = 4 THEN 'mismatch' WHEN dice = 2 AND i % 3 = 0 THEN 'refund_failed'
          WHEN dice = 3 AND i % 9 = 0 THEN 'orphaned' WHEN dice BETWEEN 930 AND 935
          THEN 'payment_failed' END AS attention,
        dice % 97 = 5 AS is_demo, dice = 979 AS is_test_payment
      FROM (SELECT i, i * 7919 % 1000 AS dice, $1::int AS rows FROM generate_series(1, $1::int) AS i) AS dealt
    ) AS begun
  ) AS known`

package dev.migratable.examples.demo;

/**
 * The SQL that one version of the shop's code runs; the two versions differ in the names and columns they know.
 *
 * @param name how the version is called in messages
 * @param readCustomer by id: e-mail address, city
 * @param updateEmail e-mail address, id
 * @param insertCustomer returns the id: first name, last name, e-mail address
 * @param insertOrder returns the id: customer, status
 * @param updateStatus status, order
 */
record ShopVersion(
        String name,
        String readCustomer,
        String updateEmail,
        String insertCustomer,
        String insertOrder,
        String updateStatus) {

    /** The code before the edit. */
    static final ShopVersion OLD = new ShopVersion(
            "old",
            "SELECT email, city FROM customer WHERE id = ?",
            "UPDATE customer SET email = ? WHERE id = ?",
            "INSERT INTO customer (first_name, last_name, email, city) VALUES (?, ?, ?, 'Ulm') RETURNING id",
            "INSERT INTO orders (customer_id, status, total, placed_at) VALUES (?, ?, 12.34, localtimestamp) RETURNING id",
            "UPDATE orders SET status = ? WHERE id = ?");

    /** The code after the edit; it writes all its columns, as Hibernate does. */
    static final ShopVersion NEW = new ShopVersion(
            "new",
            "SELECT email_address, city, display_name, phone, loyalty_points FROM customer WHERE id = ?",
            "UPDATE customer SET email_address = ? WHERE id = ?",
            "INSERT INTO customer (first_name, last_name, display_name, email_address, city, phone, loyalty_points)"
                    + " VALUES (?, ?, 'new customer', ?, 'Ulm', NULL, 7) RETURNING id",
            "INSERT INTO orders (customer_id, status, total, total_cents, placed_at)"
                    + " VALUES (?, ?, 12.34, 1234, localtimestamp) RETURNING id",
            "UPDATE orders SET status = ? WHERE id = ?");
}

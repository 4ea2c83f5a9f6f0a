package dev.migratable.runtime.execute;

import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.Backfill;
import dev.migratable.schema.Declarations.ColumnRename;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Index;
import dev.migratable.schema.Model;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableOptions;
import dev.migratable.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The two models of a small shop: a column renamed, a required one added, and an index. */
final class Shop {

    static final QualifiedName CUSTOMER = QualifiedName.inPublic("customer");
    static final QualifiedName ORDER = QualifiedName.inPublic("customer_order");

    private Shop() {}

    static Model v1() {
        return new Model(
                new Schema(
                        List.of(
                                customer(
                                        List.of(column("email", "varchar(100)", true), column("name", "text", true)),
                                        "email"),
                                order(List.of())),
                        List.of()),
                Declarations.NONE);
    }

    static Model v2() {
        return new Model(
                new Schema(
                        List.of(
                                customer(
                                        List.of(
                                                column("email_address", "varchar(100)", true),
                                                column("name", "text", true),
                                                column("status", "text", false)),
                                        "email_address"),
                                order(List.of(
                                        Index.of("customer_order_customer_id_idx", false, List.of("customer_id"))))),
                        List.of()),
                new Declarations(
                        List.of(new ColumnRename(CUSTOMER, "email", "email_address")),
                        List.of(),
                        List.of(),
                        List.of(new Backfill(new ColumnName(CUSTOMER, "status"), "'active'", Optional.empty())),
                        List.of()));
    }

    /** The second model, and another name of the same column. */
    static Model v3() {
        Table customer = v2().schema().table(CUSTOMER).orElseThrow();
        Table order = v2().schema().table(ORDER).orElseThrow();
        List<Column> columns = new ArrayList<>(customer.columns());
        columns.replaceAll(c -> c.name().equals("email_address") ? column("mail", "varchar(100)", true) : c);
        return new Model(
                new Schema(
                        List.of(
                                customer.withColumns(columns)
                                        .withUniqueConstraints(
                                                List.of(UniqueConstraint.of("customer_mail_key", List.of("mail")))),
                                order),
                        List.of()),
                new Declarations(
                        List.of(new ColumnRename(CUSTOMER, "email_address", "mail")),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    /** The first model and a nullable column, which is safe. */
    static Model v1WithNote() {
        return new Model(
                new Schema(
                        List.of(
                                customer(
                                        List.of(
                                                column("email", "varchar(100)", true),
                                                column("name", "text", true),
                                                column("note", "text", true)),
                                        "email"),
                                order(List.of())),
                        List.of()),
                Declarations.NONE);
    }

    private static Table customer(List<Column> columns, String unique) {
        List<Column> all = new ArrayList<>(List.of(column("id", "bigint", false)));
        all.addAll(columns);
        return new Table(
                CUSTOMER,
                all,
                Optional.of(PrimaryKey.of("customer_pkey", List.of("id"))),
                List.of(UniqueConstraint.of("customer_" + unique + "_key", List.of(unique))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                TableOptions.ORDINARY);
    }

    private static Table order(List<Index> indexes) {
        return new Table(
                ORDER,
                List.of(column("id", "bigint", false), column("customer_id", "bigint", false)),
                Optional.of(PrimaryKey.of("customer_order_pkey", List.of("id"))),
                List.of(),
                List.of(ForeignKey.of(
                        "customer_order_customer_id_fkey", List.of("customer_id"), CUSTOMER, List.of("id"))),
                List.of(),
                List.of(),
                indexes,
                Optional.empty(),
                TableOptions.ORDINARY);
    }

    private static Column column(String name, String type, boolean nullable) {
        return Column.of(name, SqlType.parse(type), nullable);
    }
}

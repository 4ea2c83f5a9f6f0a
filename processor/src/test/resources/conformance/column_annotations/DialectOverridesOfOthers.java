package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.DialectOverride;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.MySQLDialect;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @ColumnDefault("1")
    @DialectOverride.ColumnDefault(dialect = H2Dialect.class, override = @ColumnDefault("2"))
    @DialectOverride.ColumnDefault(dialect = MySQLDialect.class, override = @ColumnDefault("3"))
    int amount;

    @Check(constraints = "price > 1")
    @DialectOverride.Check(dialect = H2Dialect.class, override = @Check(constraints = "price > 2"))
    int price;

    @DialectOverride.GeneratedColumn(dialect = H2Dialect.class, override = @GeneratedColumn("amount * 2"))
    int twice;
}

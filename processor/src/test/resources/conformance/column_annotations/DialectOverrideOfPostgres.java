// refused: MAP01; Thing.amount; @DialectOverride.ColumnDefault; without @DialectOverride
package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.DialectOverride;
import org.hibernate.dialect.PostgreSQLDialect;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @ColumnDefault("1")
    @DialectOverride.ColumnDefault(dialect = PostgreSQLDialect.class, override = @ColumnDefault("2"))
    int amount;
}

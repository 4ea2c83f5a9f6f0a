// refused: MAP01; Thing.amount; @DialectOverride.Formula; @Formula beside
package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.DialectOverride;
import org.hibernate.annotations.Formula;
import org.hibernate.dialect.PostgreSQLDialect;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @DialectOverride.Formula(dialect = PostgreSQLDialect.class, override = @Formula("1"))
    int amount;
}

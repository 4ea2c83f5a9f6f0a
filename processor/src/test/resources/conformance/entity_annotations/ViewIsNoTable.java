// option: migratable.level.MAP19=off
package conformance.entity_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Synchronize;
import org.hibernate.annotations.View;

@Entity
@Migratable
@Table(name = "summary")
@View(query = "select o.buyer_id as id, sum(o.amount) as total, o.buyer_id from orders o group by o.buyer_id")
@Synchronize("orders")
@Immutable
class Summary {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Customer buyer;

    Long total;
}

@Entity
@Migratable
@Table(name = "orders")
class Order {
    @Id
    @GeneratedValue
    Long id;

    long amount;

    @ManyToOne
    Customer buyer;
}

@Entity
@Migratable
class Customer {
    @Id
    Long id;

    @OneToMany(mappedBy = "buyer")
    List<Summary> summaries;
}

package conformance.associations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Table(name = "customers", schema = "crm")
class Customer { // not @Migratable: somebody else's table
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "customer_no")
    Long id;
}

@Entity
@Migratable
class Product {
    @Id
    @GeneratedValue
    UUID id;

    @Column(unique = true, precision = 9, scale = 1)
    BigDecimal code;

    @OneToMany(mappedBy = "product")
    @OrderBy("id")
    List<Order> orders;

    @OneToOne(mappedBy = "mainProduct")
    Order mainOrder;
}

@Entity
@Table(name = "orders")
@Migratable
class Order {
    @Id
    @Column(length = 12)
    String id;

    @ManyToOne
    Customer customer;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    Customer payer;

    @ManyToOne
    @JoinColumn(name = "receiver_no", nullable = false)
    Customer receiver;

    @ManyToOne
    @JoinColumn(name = "without_key", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Customer withoutKey;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(name = "named_key"))
    Customer namedKey;

    @ManyToOne
    Product product;

    @OneToOne
    Product mainProduct;

    @OneToOne(optional = false)
    @JoinColumn(name = "gift")
    Product giftProduct;

    @ManyToOne
    @JoinColumn(unique = true)
    Product uniqueProduct;

    @ManyToOne
    @JoinColumn(referencedColumnName = "code")
    Product byCode;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.CASCADE)
    Product cascading;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.SET_NULL)
    Product forgetting;

    @ManyToOne
    @Comment("who sold it")
    @ColumnDefault("1")
    Customer seller;

    @ManyToOne
    @JoinColumn(comment = "checked", check = @CheckConstraint(constraint = "checked_customer_no > 0"))
    Customer checked;

    @ManyToOne(targetEntity = Customer.class)
    Object untyped;

    @ManyToOne
    Order parent;
}

@Entity
@Migratable
class LeftOne {
    @Id
    Integer id;

    @ManyToOne
    RightOne other;
}

@Entity
@Migratable
class RightOne {
    @Id
    Short id;

    @ManyToOne
    LeftOne other;
}

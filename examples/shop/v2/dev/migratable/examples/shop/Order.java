package dev.migratable.examples.shop;

import dev.migratable.annotations.Backfill;
import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;

@Entity
@Migratable
@Table(
        name = "orders",
        indexes = {
            @Index(name = "orders_customer_id_idx", columnList = "customer_id"),
            @Index(name = "orders_placed_at_idx", columnList = "placed_at") // a new index: built concurrently
        })
public class Order {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    // a new foreign key on a column that was a plain number
    @ManyToOne(optional = false)
    @JoinColumn(name = "customer_id", nullable = false)
    Customer customer;

    @Column(nullable = false, length = 20)
    String status;

    @Column(nullable = false, precision = 12, scale = 2)
    BigDecimal total;

    // a required column on the large table: one million rows are backfilled
    @Backfill("(total * 100)::bigint")
    @Column(name = "total_cents", nullable = false)
    Long totalCents;

    @Column(name = "placed_at", nullable = false)
    LocalDateTime placedAt;
}

package dev.migratable.examples.shop;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;

@Entity
@Migratable
@Table(name = "orders", indexes = @Index(name = "orders_customer_id_idx", columnList = "customer_id"))
public class Order {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "customer_id", nullable = false)
    Long customerId;

    @Column(nullable = false, length = 20)
    String status;

    @Column(nullable = false, precision = 12, scale = 2)
    BigDecimal total;

    @Column(name = "placed_at", nullable = false)
    LocalDateTime placedAt;
}

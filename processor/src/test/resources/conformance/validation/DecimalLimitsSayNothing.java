package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @DecimalMin("1.5")
    @DecimalMax("2.5")
    BigDecimal amount;

    @Positive
    Integer count;

    @Email
    String mail;

    @Pattern(regexp = "[a-z]+")
    String code;
}

package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.hibernate.validator.constraints.CompositionType;
import org.hibernate.validator.constraints.ConstraintComposition;

@ConstraintComposition(CompositionType.OR)
@NotNull
@Size(max = 12)
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@interface Either {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

@ConstraintComposition(CompositionType.OR)
@NotNull
@NotBlank
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@interface Both {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Either
    String one;

    @Both
    String two;
}

package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.lang.annotation.*;
import org.hibernate.annotations.IdGeneratorType;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.id.IdentifierGenerator;

@Entity
@Migratable
@Random
class Post {
    @Id @GeneratedValue Long id;
}

@IdGeneratorType(RandomGenerator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Random {}

class RandomGenerator implements IdentifierGenerator {
    public RandomGenerator() {}

    @Override
    public Object generate(SharedSessionContractImplementor session, Object owner) {
        return 1L;
    }
}

def count_primes(below):
    """Count the primes that are smaller than the limit, by a sieve of Eratosthenes."""
    composite = bytearray(below)
    count = 0
    for number in range(2, below):
        if composite[number]:
            continue
        count += 1
        for multiple in range(number * number, below, number):
            composite[multiple] = 1
    return count

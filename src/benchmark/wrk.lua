-- For wrk: asks for each line of a file in turns (wrk … -- FILE [TAG], TAG for If-None-Match), and prints in one line: answers, microseconds
-- it took, microseconds at the 50th and at the 99th percentile, failures (of the network, time-outs, and statuses of 400 and more).

local requests = {}
local next = 0

function init(arguments)
    local headers = { ["Accept"] = "application/json" }
    if arguments[2] then
        headers["If-None-Match"] = arguments[2]
    end
    for line in io.lines(arguments[1]) do
        requests[#requests + 1] = wrk.format("GET", line, headers)
    end
end

function request()
    next = next % #requests + 1
    return requests[next]
end

function done(summary, latency, requests)
    local e = summary.errors
    io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50),
        latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
end
